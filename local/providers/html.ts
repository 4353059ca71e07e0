import type { Reply } from "./http";

export const written = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;").replaceAll("'", "&#39;");

export const htmlOf = (body: string): Reply => ({
  status: 200,
  headers: { "content-type": "text/html; charset=utf-8" },
  body,
});

/** A page of a stand-in, for whoever tries the product by hand. */
export const page = (title: string, body: string) => `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,"><title>${title}</title>
<style>
  body { font: 16px/1.5 system-ui; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color-scheme: light dark }
  form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; margin: .5rem 0 }
  label { display: grid; gap: .125rem } input, button, select { font: inherit; padding: .375rem .625rem; max-width: 100% }
  table { border-collapse: collapse; width: 100% } td, th { text-align: start; padding: .5rem; border-bottom: 1px solid #8888 }
  td form { display: inline-flex }
  section { border: 1px solid #8888; border-radius: .75rem; padding: 0 1rem 1rem; margin: 1rem 0 }
  ol { list-style: none; padding: 0; display: grid; gap: .375rem } li { max-width: 80%; padding: .375rem .75rem; border-radius: .75rem; background: #8883 }
  li.ours { justify-self: end; background: #25d36644 } small { opacity: .7 } code { overflow-wrap: anywhere }
</style>
<h1>${title}</h1>
${body}</html>`;
