import type { ChecklistStep } from "@ccp/contract";
import { paths } from "#paths.ts";

type Page = ChecklistStep["href"]["page"];

const pages: Record<Page, (id: string) => string> = {
  telephony: paths.settings.telephony,
  buyers: () => paths.buyers.list(),
  targets: () => paths.targets.list(),
  campaigns: () => paths.campaigns.list(),
  campaign: (id) => paths.campaigns.page(id),
  numbers: () => paths.numbers.list(),
  number: (id) => paths.numbers.page(id),
  "test-call": paths.testCall,
  call: paths.call,
};

/** What is still missing is made at once, by the form of its list. */
const forms: Partial<Record<Page, () => string>> = {
  buyers: paths.buyers.create,
  targets: paths.targets.create,
  campaigns: paths.campaigns.create,
  numbers: paths.numbers.create,
};

/** Where a step of the checklist is done, or where what it has brought about can be seen. */
export const toStepAddress = ({ isDone, href: { page, id } }: ChecklistStep): string => {
  const toForm = isDone ? undefined : forms[page];
  return toForm === undefined ? pages[page](id ?? "") : toForm();
};
