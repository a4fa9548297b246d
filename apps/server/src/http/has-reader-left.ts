/** Whether a stream ended early because nobody was there any more to read it. */
export const hasReaderLeft = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ERR_STREAM_PREMATURE_CLOSE";
