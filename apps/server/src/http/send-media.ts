import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Request, Response } from "express";
import { AppError } from "./app-error.ts";
import { hasReaderLeft } from "./has-reader-left.ts";
import type { Media } from "./implementation.ts";

type ByteRange = { start: number; end: number };

/** The bytes from `start` to `end`, both included: those before are read and let go, those after are not read. */
async function* cut(body: AsyncIterable<Buffer>, { start, end }: ByteRange) {
  let at = 0;
  for await (const chunk of body) {
    const piece = chunk.subarray(Math.max(start - at, 0), Math.max(end + 1 - at, 0));
    if (piece.length > 0) yield piece;
    at += chunk.length;
    if (at > end) return;
  }
}

// Players seek by asking for ranges; one range at a time is what they use.
const findRange = (request: Request, sizeBytes: number): ByteRange | undefined => {
  const ranges = request.range(sizeBytes, { combine: true });
  return Array.isArray(ranges) && ranges.type === "bytes" ? ranges[0] : undefined;
};

/** Writes the head and says which part of the body is to follow; undefined for all of it. */
const writeHead = (
  request: Request,
  response: Response,
  { contentType, sizeBytes }: Media,
): ByteRange | undefined => {
  response.setHeader("Content-Type", contentType);
  response.setHeader("Cache-Control", "private, max-age=3600");
  if (sizeBytes === null) return undefined;
  response.setHeader("Accept-Ranges", "bytes");
  const range = findRange(request, sizeBytes);
  response.setHeader("Content-Length", range === undefined ? sizeBytes : range.end - range.start + 1);
  if (range === undefined) return undefined;
  response.status(206).setHeader("Content-Range", `bytes ${range.start}-${range.end}/${sizeBytes}`);
  return range;
};

/** Passes the bytes on as fast as the reader takes them, holding few of them; a reader who leaves ends it. */
export const sendMedia = async (request: Request, response: Response, media: Media): Promise<void> => {
  const { body } = media;
  try {
    const range = writeHead(request, response, media);
    if (request.method === "HEAD" || response.destroyed) {
      response.end();
      return;
    }
    await pipeline(range === undefined ? body : Readable.from(cut(body, range)), response);
  } catch (cause) {
    if (hasReaderLeft(cause)) return;
    throw new AppError("carrier-failed", "The carrier broke off within the recording.", { cause });
  } finally {
    body.destroy();
  }
};
