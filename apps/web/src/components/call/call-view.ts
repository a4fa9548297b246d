import { useSearch } from "wouter";
import { useHistoryState } from "wouter/use-browser-location";

const views = ["summary", "timeline", "routing", "money", "recording", "raw"] as const;

/** The part of a call that its drawer shows. */
export type CallView = (typeof views)[number];

export const viewTexts: Record<CallView, string> = {
  summary: "Summary",
  timeline: "Timeline",
  routing: "Routing",
  money: "Money",
  recording: "Recording",
  raw: "Raw",
};

const parameter = "view";

const readCallView = (search: string): CallView =>
  views.find((view) => view === new URLSearchParams(search).get(parameter)) ?? "summary";

/** An address with a call's drawer open at this part. */
export const withCallView = (address: string, view: CallView): string => {
  const [path = "", search] = address.split("?");
  const params = new URLSearchParams(search);
  if (view === "summary") params.delete(parameter);
  else params.set(parameter, view);
  return params.size === 0
    ? path
    : `${path}?${params.toString().replaceAll("%2C", ",").replaceAll("%21", "!")}`;
};

/** Goes with a navigation whose reader pressed play; it is not part of the address, so a copied link is quiet. */
export const playingState = { isPlaying: true };

export const useCallView = (): { view: CallView; isToPlay: boolean } => ({
  view: readCallView(useSearch()),
  isToPlay: useHistoryState<typeof playingState | null>()?.isPlaying ?? false,
});
