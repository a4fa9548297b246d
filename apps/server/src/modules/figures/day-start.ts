/**
 * SQL for the moment at which a local date begins in a zone. Where the clock is set back at midnight the date has two
 * midnights, of which PostgreSQL knows the later one: the earlier one counts.
 */
export const toDayStart = (date: string, zone: string): string => {
  const midnight = `((${date})::timestamp at time zone ${zone})`;
  const earlier = `(${midnight} - interval '1 hour')`;
  return `case when (${earlier} at time zone ${zone})::date = (${date})::date then ${earlier} else ${midnight} end`;
};
