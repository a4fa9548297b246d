import { apiError, type ErrorCode, type ErrorDetail } from "@ccp/contract";

/** What the server answered when it refused, or `unreachable` where nothing came back at all. */
export class ApiFailure extends Error {
  readonly code: ErrorCode | "unreachable";
  readonly details: readonly ErrorDetail[];
  readonly requestId: string | null;

  constructor(
    code: ErrorCode | "unreachable",
    message: string,
    details: readonly ErrorDetail[] = [],
    requestId: string | null = null,
  ) {
    super(message);
    this.name = "ApiFailure";
    this.code = code;
    this.details = details;
    this.requestId = requestId;
  }
}

/** A failed answer in our words; a body that is not ours comes from something between us and the server. */
export const readFailure = async (response: Response): Promise<ApiFailure> => {
  const body: unknown = await response.json().catch(() => null);
  const parsed = apiError.safeParse(body);
  if (!parsed.success) {
    const code = response.status >= 500 ? "unavailable" : "internal";
    return new ApiFailure(code, `The server answered with status ${response.status}.`);
  }
  const { code, message, details, requestId } = parsed.data;
  return new ApiFailure(code, message, details, requestId);
};

export const toApiFailure = (error: unknown): ApiFailure =>
  error instanceof ApiFailure
    ? error
    : new ApiFailure("internal", error instanceof Error ? error.message : String(error));

const sayings: Partial<Record<ApiFailure["code"], string>> = {
  unreachable: "The server cannot be reached. Check your connection, then try again.",
  unavailable: "The server is not ready to answer. Try again in a moment.",
};

/** One sentence for a person. */
export const explainFailure = (error: unknown): string => {
  const { code, message } = toApiFailure(error);
  return sayings[code] ?? message;
};

/** Whether asking once more could give another answer. */
export const isWorthRetrying = (error: unknown): boolean =>
  ["unreachable", "unavailable", "internal"].includes(toApiFailure(error).code);
