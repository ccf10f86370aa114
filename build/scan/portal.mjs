// The portal as its readers see it: forms, cookies, and the code of a telephone. Prints the cookies of a session.
//   node portal.mjs https://127.0.0.1:8443 EMAIL PASSWORD [staff]
import { createHmac } from "node:crypto";

const [origin, email, password, staff] = process.argv.slice(2);
const jar = new Map();

async function send(path, body) {
  const answer = await fetch(origin + path, {
    method: body ? "POST" : "GET",
    redirect: "manual",
    headers: { Cookie: cookies(), Origin: origin, ...(body && { "Content-Type": "application/x-www-form-urlencoded" }) },
    body: body && new URLSearchParams(body).toString(),
  });
  for (const line of answer.headers.getSetCookie()) {
    const [name, ...value] = line.split(";")[0].split("=");
    jar.set(name, value.join("="));
  }
  return { status: answer.status, html: await answer.text() };
}

const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");

/** The hidden fields of the form that has this id. */
function hidden(html, id) {
  const form = html.split("<form ").find((part) => part.includes(`id="${id}"`)) ?? html;
  const inputs = form.split("</form>")[0].match(/<input [^>]*type="hidden"[^>]*>/g) ?? [];
  return Object.fromEntries(inputs.map((input) => [attribute(input, "name"), attribute(input, "value")]));
}

const attribute = (tag, name) => (tag.match(new RegExp(`${name}="([^"]*)"`)) ?? ["", ""])[1].replaceAll("&#x2B;", "+").replaceAll("&amp;", "&");

async function submit(path, id, fields) {
  const page = await send(path);
  const answer = await send(path, { ...hidden(page.html, id), _handler: id, ...fields });
  if (answer.status >= 400) throw new Error(`${path} answers ${answer.status}`);
  return answer;
}

function code(secret) {
  const bits = [...secret].map((c) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30000)));
  const hash = createHmac("sha1", key).update(step).digest();
  const from = hash[19] & 15;
  return String((hash.readUInt32BE(from) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

await submit("/connexion", "connexion", { "Input.Email": email, "Input.Password": password });
if (staff) {
  const path = "/mon-compte/double-authentification";
  const secret = (await send(path)).html.match(/secret=([A-Z2-7]+)/)?.[1];
  if (!secret) throw new Error("no secret is shown: the account has a telephone already");
  const page = await send(path);
  const shown = page.html.match(/secret=([A-Z2-7]+)/)[1];
  const answer = await send(path, { ...hidden(page.html, "activer"), _handler: "activer", "Input.Code": code(shown) });
  if (!answer.html.includes("recovery-codes")) throw new Error("the code is refused");
}
console.log(cookies());
