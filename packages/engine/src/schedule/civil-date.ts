/** A day of the calendar as the number of days since 1970-01-01, so that days can be counted without a clock. */
export type DayNumber = number;

/** The days of the week as an hours document names them, in order. */
export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

export type Weekday = (typeof weekdays)[number];

/** The days of the week for people. */
export const weekdayNames = {
  mon: "Monday",
  tue: "Tuesday",
  wed: "Wednesday",
  thu: "Thursday",
  fri: "Friday",
  sat: "Saturday",
  sun: "Sunday",
} as const satisfies Record<Weekday, string>;

const ERA_DAYS = 146_097;
/** From 0000-03-01, where a year ends with its leap day, to 1970-01-01. */
const DAYS_BEFORE_1970 = 719_468;

/** The number of a date such as "2026-11-01"; the text is taken to be a date of the calendar. */
export const toDayNumber = (date: string): DayNumber => {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const shiftedYear = month > 2 ? year : year - 1;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * ERA_DAYS + yearOfEra * 365 + leapDays + dayOfYear - DAYS_BEFORE_1970;
};

const pad = (number: number, length: number): string => String(number).padStart(length, "0");

/** The date of a day, such as "2026-11-01". Law: `toDayNumber` gives the day back. */
export const toDateText = (dayNumber: DayNumber): string => {
  const days = dayNumber + DAYS_BEFORE_1970;
  const era = Math.floor(days / ERA_DAYS);
  const dayOfEra = days - era * ERA_DAYS;
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return `${pad(yearOfEra + era * 400 + (month > 2 ? 0 : 1), 4)}-${pad(month, 2)}-${pad(day, 2)}`;
};

/** The day of the week of a day; 1970-01-01 was a Thursday. */
export const toWeekday = (dayNumber: DayNumber): Weekday =>
  weekdays[(((dayNumber + 3) % 7) + 7) % 7] ?? "mon";

const toFirstOf = (year: number, month: number): DayNumber =>
  toDayNumber(`${pad(year, 4)}-${pad(month, 2)}-01`);

/** The first days of the month in which a day lies and of the month after it. */
export const findMonth = (dayNumber: DayNumber): { first: DayNumber; next: DayNumber } => {
  const [year = 0, month = 1] = toDateText(dayNumber).split("-").map(Number);
  return {
    first: toFirstOf(year, month),
    next: month === 12 ? toFirstOf(year + 1, 1) : toFirstOf(year, month + 1),
  };
};
