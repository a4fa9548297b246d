import { AppError, invalidField } from "./app-error.ts";

// PostgreSQL does not tell the columns of a broken index where row security is on, only its name.
const uniqueFields: Record<string, string> = {
  campaigns_account_id_name_index: "body.name",
  publishers_account_id_name_index: "body.name",
  buyers_account_id_name_index: "body.name",
  targets_account_id_name_index: "body.name",
  target_groups_account_id_name_index: "body.name",
  agents_account_id_name_index: "body.name",
  agents_account_id_user_id_index: "body.userId",
  agent_groups_account_id_name_index: "body.name",
  plans_account_id_name_index: "body.name",
  numbers_account_id_carrier_account_id_number_index: "body.number",
  value_lists_account_id_name_index: "body.name",
  blocked_callers_same: "body.value",
  carrier_directory_carrier_account_ref_pk: "body.accountRef",
};

type DatabaseError = Error & { code: string; constraint?: string };

const isDatabaseError = (error: unknown): error is DatabaseError =>
  error instanceof Error && "code" in error && typeof error.code === "string";

/** The driver's error, which the query builder wraps. */
const findDatabaseError = (error: unknown): DatabaseError | undefined => {
  if (isDatabaseError(error)) return error;
  return error instanceof Error && error.cause !== undefined ? findDatabaseError(error.cause) : undefined;
};

/** Whether a statement was stopped because it ran longer than it may. */
export const isOverdue = (error: unknown): boolean => findDatabaseError(error)?.code === "57014";

const toConflict = (error: DatabaseError): AppError => {
  const path = uniqueFields[error.constraint ?? ""];
  const message = "This is taken already.";
  return new AppError("conflict", message, {
    cause: error,
    details: path === undefined ? [] : [{ path, message }],
  });
};

// Connections refused, reset or timed out, servers starting or stopping, statements and locks that waited too long.
const outage = /^(08|53|57|55P03|40P01|40001|ECONN|ETIMEDOUT|EPIPE|ENOTFOUND|EHOSTUNREACH)/;

// The driver gives these no code.
const silentOutage = /timeout|terminated|Connection ended/i;

const isSilentOutage = (error: unknown): boolean =>
  error instanceof Error && (silentOutage.test(error.message) || isSilentOutage(error.cause));

/** What a failure of the database means to the caller; undefined when it is our own fault. */
export const toAppError = (error: unknown): AppError | undefined => {
  const cause = findDatabaseError(error);
  if (cause === undefined) {
    return isSilentOutage(error)
      ? new AppError("unavailable", "The database does not answer; try again shortly.", { cause: error })
      : undefined;
  }
  if (cause.code === "23505") return toConflict(cause);
  if (cause.code.startsWith("22"))
    return invalidField("", "A value has characters or a form that cannot be kept.");
  if (outage.test(cause.code)) {
    return new AppError("unavailable", "The database does not answer; try again shortly.", { cause: error });
  }
  return undefined;
};
