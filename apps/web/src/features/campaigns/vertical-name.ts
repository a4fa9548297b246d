import { verticals, type Vertical } from "@ccp/contract";

export const toVerticalName = (vertical: Vertical): string =>
  verticals.find(({ id }) => id === vertical)?.label ?? vertical;
