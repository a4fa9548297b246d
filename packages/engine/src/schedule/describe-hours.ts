import { toDayNumber, toWeekday, weekdayNames } from "./civil-date.ts";
import { LOOK_AHEAD_DAYS, type HoursVerdict } from "./judge-hours.ts";
import { toLocalText } from "./local-time.ts";

/** A later moment as its zone's clock will show it: "Monday 08:00", with the date when it is a week away or more. */
const toMomentText = ({ at, timeZone }: HoursVerdict, later: number): string => {
  const [today = ""] = toLocalText(timeZone, at).split("T");
  const [date = "", clock = ""] = toLocalText(timeZone, later).split("T");
  const weekday = weekdayNames[toWeekday(toDayNumber(date))];
  const isNear = toDayNumber(date) - toDayNumber(today) < 7;
  return `${weekday} ${isNear ? "" : `${date} `}${clock} (${timeZone})`;
};

const toOccasionText = ({ rule }: HoursVerdict): string =>
  rule.kind === "exception" && rule.label !== "" ? ` for ${rule.label}` : "";

/** Hours that were closed, to follow "was": "closed until Monday 08:00 (America/Chicago)". */
export const toClosedText = (verdict: HoursVerdict): string =>
  verdict.isOpen || verdict.opensAt === null
    ? `closed${toOccasionText(verdict)}`
    : `closed${toOccasionText(verdict)} until ${toMomentText(verdict, verdict.opensAt)}`;

/** Hours in one sentence, as of the verdict: "Closed: opens Monday 08:00 (America/Chicago)". */
export const describeHours = (verdict: HoursVerdict): string => {
  if (verdict.isOpen) {
    return verdict.closesAt === null ? "Open" : `Open until ${toMomentText(verdict, verdict.closesAt)}`;
  }
  return verdict.opensAt === null
    ? `Closed: does not open within ${LOOK_AHEAD_DAYS} days`
    : `Closed${toOccasionText(verdict)}: opens ${toMomentText(verdict, verdict.opensAt)}`;
};
