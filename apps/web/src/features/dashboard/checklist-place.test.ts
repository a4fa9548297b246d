import type { ChecklistStep } from "@ccp/contract";
import { expect, test } from "vitest";
import { toStepAddress } from "./checklist-place.ts";

const step: ChecklistStep = {
  id: "target",
  title: "Add a buyer and a target",
  isDone: false,
  detail: "",
  href: { page: "buyers", id: null },
};

test("a step that is still to do opens the form for it", () => {
  expect(toStepAddress(step)).toBe("/buyers?form=new");
});

test("a step that is done leads to what is there, not to a form for one more", () => {
  expect(toStepAddress({ ...step, isDone: true, href: { page: "targets", id: null } })).toBe("/targets");
});

test("a step about one noun leads to its page", () => {
  expect(toStepAddress({ ...step, href: { page: "campaign", id: "7" } })).toBe("/campaigns/7");
});
