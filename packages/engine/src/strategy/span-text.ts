export const toDaysText = (days: number): string => (days === 1 ? "1 day" : `${days} days`);

/** A length of time for people, no more exact than they ask: "8 s", "12 min", "3 h 5 min", "4 days". */
export const toSpanText = (ms: number): string => {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} days`;
};
