import { useState } from "react";

/** Where the cursor of a list stands: with what it was put on, and on the first once that is gone, as after a search. */
export const useHighlight = (ids: readonly string[], initial = "") => {
  const [chosen, onValueChange] = useState(initial);
  return { value: ids.includes(chosen) ? chosen : (ids[0] ?? ""), onValueChange };
};
