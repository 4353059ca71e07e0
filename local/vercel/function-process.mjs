// One function of a build output, in a process of its own, as Vercel runs it: its launcher, in its own folder, with
// nothing but the files that were traced. Plain JavaScript, because the Node that runs it is another than ours.
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";

const [folder, handlerName, kind] = process.argv.slice(2);
// What a function asks to be finished after its answer.
globalThis[Symbol.for("@vercel/request-context")] = {
  get: () => ({ waitUntil: (work) => void Promise.resolve(work).catch((error) => console.error(error)) }),
};
process.once("disconnect", () => process.exit());

const launcher = join(folder, handlerName);
const handler = createRequire(launcher)(launcher);

/** The launcher of a middleware takes and gives what `fetch` takes and gives. */
async function answerAsFetch(request, response) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const isBodiless = request.method === "GET" || request.method === "HEAD";
  const answer = await handler(
    new Request(`http://${request.headers.host}${request.url}`, {
      method: request.method,
      headers: Object.entries(request.headersDistinct).flatMap(([name, values]) =>
        values.map((value) => [name, value]),
      ),
      body: isBodiless ? undefined : Buffer.concat(chunks),
    }),
  );
  const headers = [...answer.headers].flatMap(([name, value]) => [name, value]);
  response.writeHead(answer.status, headers).end(Buffer.from(await answer.arrayBuffer()));
}

const server = createServer(kind === "fetch" ? answerAsFetch : handler);
server.listen(0, "127.0.0.1", () => process.send({ port: server.address().port }));
