// The reverse proxy of the scan: TLS ends here, and plain HTTP is led to it.
//   node front.mjs HTTPS_PORT HTTP_PORT PORTAL_PORT CERTIFICATE KEY
import { readFileSync } from "node:fs";
import { createServer, request } from "node:http";
import { createServer as createSecureServer } from "node:https";

const [https, http, portal, cert, key] = process.argv.slice(2);

createSecureServer({ cert: readFileSync(cert), key: readFileSync(key) }, (asked, answer) => {
  if (asked.method === "POST" && asked.url === "/deconnexion") {
    return answer.writeHead(302, { Location: "/" }).end(); // a scanner that signs itself out sees nothing more
  }

  const headers = { ...asked.headers, "x-forwarded-for": asked.socket.remoteAddress };
  const passed = request({ port: portal, host: "127.0.0.1", method: asked.method, path: asked.url, headers }, (given) => {
    answer.writeHead(given.statusCode, given.headers);
    given.pipe(answer);
  });
  passed.on("error", () => answer.headersSent ? answer.destroy() : answer.writeHead(502).end());
  asked.pipe(passed);
}).listen(https, "127.0.0.1");

createServer((asked, answer) => answer.writeHead(301, { Location: `https://127.0.0.1:${https}${asked.url}` }).end()).listen(http, "127.0.0.1");
