import { hash } from "node:crypto";

const blockBytes = 64;
const digestBytes = 20;
const innerPad = 0x36;
const outerPad = 0x5c;
// A character of a JavaScript string is at most this many bytes.
const charBytes = 3;

const outer = Buffer.alloc(blockBytes + digestBytes);
let inner = Buffer.alloc(16 * 1024);

const toBlock = (key: string): Buffer => {
  const bytes = Buffer.from(key);
  const short = bytes.length > blockBytes ? hash("sha1", bytes, "buffer") : bytes;
  return Buffer.concat([short], blockBytes);
};

/**
 * The HMAC-SHA1 (RFC 2104) of a text in base64, as two digests with a call each: an `Hmac` of Node's is an object
 * outside the JavaScript heap, and making and collecting it takes longer than all the rest.
 */
export const hmacSha1 = (key: string, text: string): string => {
  const sizeMax = blockBytes + text.length * charBytes;
  if (sizeMax > inner.length) inner = Buffer.alloc(sizeMax);
  const block = toBlock(key);
  for (let at = 0; at < blockBytes; at += 1) {
    const byte = block[at] ?? 0;
    inner[at] = byte ^ innerPad;
    outer[at] = byte ^ outerPad;
  }
  const end = blockBytes + inner.write(text, blockBytes);
  outer.write(hash("sha1", inner.subarray(0, end), "binary"), blockBytes, "binary");
  return hash("sha1", outer, "base64");
};
