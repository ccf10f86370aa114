// MDN's HTTP Observatory, off-line, on one page of each kind. Fails under 130.
//   node observatory.mjs 127.0.0.1 HTTPS_PORT HTTP_PORT NAME PATH [COOKIES]
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

// Lists of the whole world, which it would otherwise download.
const home = dirname(createRequire(import.meta.url).resolve("@mdn/mdn-http-observatory/package.json"));
mkdirSync(join(home, "conf"), { recursive: true });
writeFileSync(join(home, "conf/hsts-preload.json"), "{}");
writeFileSync(join(home, "conf/tld-list.json"), '["fr"]');

const inside = (path) => import(join(home, "src", path));
const [{ retrieve }, { ALL_TESTS }, grader, { MINIMUM_SCORE_FOR_EXTRA_CREDIT }] = await Promise.all([
  inside("retriever/retriever.js"), inside("constants.js"), inside("grader/grader.js"), inside("grader/charts.js"),
]);

const [host, httpsPort, httpPort, name, path, cookies] = process.argv.slice(2);
const requests = await retrieve(host, { httpsPort, httpPort, path, ...(cookies && { headers: ["Accept: text/html", `Cookie: ${cookies}`] }) });
const status = requests.responses.auto?.status;
if (status !== 200) {
  console.error(`observatory: ${name} answers ${status}`);
  process.exit(1);
}

const results = ALL_TESTS.map((test) => test(requests)).filter((result) => result.result);
const points = results.map((result) => grader.getScoreModifier(result.result));
const losses = points.filter((p) => p < 0).reduce((a, b) => a + b, 100);
const score = losses >= MINIMUM_SCORE_FOR_EXTRA_CREDIT ? points.reduce((a, b) => a + b, 100) : losses;
console.log(`observatory: ${String(score).padStart(4)}  ${name} (${path})`);
results.forEach((result, i) => {
  if (points[i] < 0) console.log(`  ${points[i]}  ${result.result}`);
});
process.exit(score >= 130 ? 0 : 1);
