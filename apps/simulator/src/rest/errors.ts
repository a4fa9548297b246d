import { CommandError } from "#control/command-error.ts";
import { json, type Reply } from "#http/router.ts";
import { NoRouteError } from "#http/serve.ts";

/** A refusal as the carrier words it. */
export class RestError extends Error {
  readonly status: number;
  readonly code: number;
  constructor(status: number, code: number, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export const notFound = (what: string): RestError =>
  new RestError(404, 20_404, `The requested resource ${what} was not found`);

/** The body of every refusal: the carrier's under its paths, plain words under the simulator's own. */
export const toErrorReply = (error: unknown, pathname: string): Reply => {
  if (error instanceof CommandError) return json({ message: error.message }, error.status);
  if (error instanceof RestError) return toRestReply(error);
  if (error instanceof NoRouteError)
    return pathname.startsWith("/2010-04-01/")
      ? toRestReply(notFound(pathname))
      : json({ message: error.message }, 404);
  return json({ message: `the simulator failed: ${String(error)}` }, 500);
};

const toRestReply = ({ status, code, message }: RestError): Reply => ({
  kind: "json",
  status,
  value: { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status },
  ...(status === 401 ? { headers: { "www-authenticate": 'Basic realm="Twilio API"' } } : {}),
});
