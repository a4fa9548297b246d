import type { Dashboard, HourFigures } from "@ccp/contract";

/** An hour of the clock with its figures of today, as far as it has come, and of yesterday. */
export type HourSlot = {
  key: string;
  hour: number;
  today: HourFigures | null;
  yesterday: HourFigures | null;
};

const hoursADay = 24;

/** Today's hours in their order, then those of the clock that are still to come. */
export const toHourSlots = ({ today, yesterday }: Dashboard["hours"]): HourSlot[] => {
  const next = (today.at(-1)?.hour ?? -1) + 1;
  const coming = Array.from({ length: hoursADay - next }, (_, place) => next + place);
  return [
    ...today.map((figures) => ({ hour: figures.hour, today: figures })),
    ...coming.map((hour) => ({ hour, today: null })),
  ].map((slot, place) => ({
    ...slot,
    key: `${place}`,
    yesterday: yesterday.find(({ hour }) => hour === slot.hour) ?? null,
  }));
};

/** "14:00", the beginning of an hour. */
export const toHourText = (hour: number): string => `${String(hour).padStart(2, "0")}:00`;
