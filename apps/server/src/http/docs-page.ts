import { api, type Endpoint } from "@ccp/contract";
import { z } from "zod";

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const escapeHtml = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

const renderSchema = (title: string, schema: z.ZodType | undefined, io: "input" | "output"): string => {
  if (schema === undefined) return "";
  const { $schema: _, ...shown } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return `<h4>${title}</h4><pre>${escapeHtml(JSON.stringify(shown, null, 2))}</pre>`;
};

const renderAnswer = ({ answer }: Endpoint): string => {
  switch (answer.kind) {
    case "json":
      return renderSchema(`Answer ${answer.status}`, answer.schema, "output");
    case "events":
      return renderSchema("Each server-sent event", answer.schema, "output");
    case "empty":
      return "<h4>Answer 204</h4><p>Nothing.</p>";
    case "csv":
      return "<h4>Answer 200</h4><p>text/csv</p>";
    case "media":
      return `<h4>Answer 200</h4><p>${escapeHtml(answer.contentType)}</p>`;
  }
};

const renderEndpoint = (id: string, endpoint: Endpoint): string =>
  `<details id="${id}"><summary><b class="${endpoint.method}">${endpoint.method}</b>
<code>${escapeHtml(endpoint.path.replaceAll(/:(\w+)/g, "{$1}"))}</code> <span>${escapeHtml(endpoint.summary)}</span></summary>
<p>Operation <code>${id}</code>, permission <code>${endpoint.permission}</code></p>
${renderSchema("Path", endpoint.params, "input")}${renderSchema("Query", endpoint.query, "input")}
${renderSchema("Body", endpoint.body, "input")}${renderAnswer(endpoint)}</details>`;

const styles = `:root{color-scheme:light dark}a{color:#3b3fc4}
body{font:14px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1c2130}
h1{font-size:20px}h2{font-size:15px;margin:2rem 0 .5rem}h4{margin:.75rem 0 .25rem;font-size:12px}
details{border:1px solid #dde1ea;border-radius:6px;padding:.5rem .75rem;margin:.35rem 0}
summary{cursor:pointer}summary b{display:inline-block;width:4.5rem}summary span{color:#565f75}
code{overflow-wrap:anywhere}pre{background:#f5f6f9;border-radius:6px;padding:.75rem;overflow:auto;font-size:12px}
@media(prefers-color-scheme:dark){body{background:#14171f;color:#e6e9f0}details{border-color:#333a4a}pre{background:#1d212c}summary span{color:#a2abc0}a{color:#a5b0ff}}`;

/** The API's documentation: one page that needs no script, made from the same table as the document. */
export const renderDocsPage = (): string => {
  const endpoints = Object.entries<Endpoint>(api);
  const nouns = [...new Set(endpoints.map(([, { noun }]) => noun))];
  const sections = nouns.map((noun) => {
    const own = endpoints.filter(([, endpoint]) => endpoint.noun === noun);
    return `<h2>${noun}</h2>${own.map(([id, endpoint]) => renderEndpoint(id, endpoint)).join("\n")}`;
  });
  const title = "CallCenter Pro";
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} API</title>
<meta name="viewport" content="width=device-width"><style>${styles}</style></head><body><h1>${title} API</h1>
<p>Send an API key as <code>Authorization: Bearer …</code>. Errors are
<code>{ code, message, details, requestId }</code>. As a document: <a href="/openapi.json">openapi.json</a>.</p>
${sections.join("\n")}</body></html>`;
};
