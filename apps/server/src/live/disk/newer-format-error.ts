/** A file was written by a newer release; reading on would lose what it says. */
export class NewerFormatError extends Error {
  override name = "NewerFormatError";

  constructor(path: string, found: number, known: number) {
    super(
      `${path} is written in format ${found}, this release reads up to format ${known}: ` +
        "start the newer release again, or restore a data folder that this release wrote.",
    );
  }
}
