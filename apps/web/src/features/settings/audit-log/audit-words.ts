import type { AuditEntry } from "@ccp/contract";
import { formatPhone } from "#lib/format-phone.ts";

/** What was done, as the filter offers it and the list tells it. */
export const actionNames: Record<string, string> = {
  create: "Created",
  update: "Changed",
  archive: "Archived",
  remove: "Removed",
  import: "Added a list of",
  clone: "Cloned",
  "put-targets": "Changed targets of",
  "put-payouts": "Changed publishers' terms in",
  "put-rows": "Changed rows of",
  "restore-version": "Made a draft of a version of",
  "save-draft": "Saved a draft of",
  "discard-draft": "Discarded the draft of",
  publish: "Published",
  "put-members": "Changed members of",
  "set-status": "Set the status of",
  place: "Placed",
  "hang-up": "Hung up",
  request: "Requested",
  approve: "Approved",
  reject: "Rejected",
  issue: "Issued",
  void: "Declared void",
  "report-conversion": "Reported a conversion of",
  verify: "Verified",
  "renew-token": "Took a new token for",
  revoke: "Revoked",
  replay: "Booked again",
  load: "Loaded",
  "set-traffic": "Paused or resumed",
  "replace-values": "Replaced the values of",
  "set-up": "Set up",
  "sign-in": "Signed in",
  "redeem-link": "Signed in by a link",
  "create-link": "Made a sign-in link for",
  "change-password": "Changed the password of",
};

export const nounNames: Record<string, string> = {
  account: "Account",
  adjustment: "Adjustment",
  "api-key": "API key",
  "blocked-caller": "Blocked caller",
  buyer: "Buyer",
  call: "Call",
  campaign: "Campaign",
  "carrier-account": "Carrier account",
  demo: "Demo data",
  document: "Document",
  number: "Number",
  plan: "Plan",
  publisher: "Publisher",
  "quarantined-event": "Quarantined event",
  session: "Session",
  target: "Target",
  agent: "Agent",
  "agent-group": "Agent group",
  "target-group": "Group",
  "test-call": "Test call",
  user: "User",
  "value-list": "Value list",
};

const toWords = (word: string): string =>
  `${word.charAt(0).toUpperCase()}${word.slice(1).replaceAll("-", " ")}`;

export const toActionName = ({ action }: AuditEntry): string => actionNames[action] ?? toWords(action);

export const toNounName = ({ noun }: AuditEntry): string => nounNames[noun] ?? toWords(noun);

export const toActorName = ({ actor: { kind, name } }: AuditEntry): string => {
  if (kind === "system") return "The server";
  return name ?? (kind === "api-key" ? "A former API key" : "A former user");
};

/** "Changed campaign"; of a session there is nothing to say but what was done. */
export const toEntryTitle = (entry: AuditEntry): string =>
  entry.noun === "session"
    ? toActionName(entry)
    : `${toActionName(entry)} ${toNounName(entry).toLowerCase()}`;

export const toObjectName = ({ noun, nounName, nounId }: AuditEntry): string =>
  noun === "session" ? "" : formatPhone(nounName ?? nounId);

/** "Changed campaign Dental, by Ana Ortiz", for whoever hears the list. */
export const toEntryText = (entry: AuditEntry): string =>
  `${toEntryTitle(entry)} ${toObjectName(entry)}, by ${toActorName(entry)}`.replace(" ,", ",");
