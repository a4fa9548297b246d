// The yardstick: a bare POST that reads the body and answers as many bytes as a usual TwiML document has.
import { createServer } from "node:http";

const answer = Buffer.from("x".repeat(700));
const server = createServer((request, response) => {
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", () => {
    Buffer.concat(chunks);
    response.writeHead(200, { "content-type": "text/xml", "content-length": answer.length });
    response.end(answer);
  });
});
server.listen(Number(process.argv[2]), "127.0.0.1", () => process.send?.("ready"));
process.on("disconnect", () => process.exit());
