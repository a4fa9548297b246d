import { toAmount } from "#cap/cap.ts";
import { listCounters } from "#cap/counter.ts";
import { listTallyCounters, tallyParts, toTallyKey } from "#strategy/tally.ts";
import { beginAnother, remember } from "./remembered-scenario.ts";
import { listOwned, type Stage } from "./stage.ts";
import type { Moment, ToldBlocked } from "./scenario.ts";

/** The account makes an entry in its list of blocked callers. */
export const block = (stage: Stage, { expiresAfter, ...rest }: ToldBlocked): void => {
  const expiresAt = expiresAfter === null ? null : stage.now + expiresAfter * 1000;
  stage.blocked = [...stage.blocked, { ...rest, id: stage.blocked.length + 1, expiresAt }];
};

const setCounts = (stage: Stage, told: Moment["counted"]): void => {
  for (const { owner, caps: owned } of listOwned(stage)) {
    for (const [index, counter] of listCounters(owner, owned, stage.now).entries()) {
      const { on, period } = owned.list[index] ?? {};
      const count = told[owner.name]?.[`${on} ${period}`];
      if (count !== undefined) stage.counted.set(counter, toAmount(count));
    }
  }
};

const setMarks = (stage: Stage, told: Moment): void => {
  for (const mark of ["offered", "ended", "available", "away", "talked"] as const) {
    for (const [name, ago] of Object.entries(told[mark])) {
      stage.marks.set(`${mark}:target:${name}`, stage.now - ago * 1000);
    }
  }
};

const setTallies = (stage: Stage, told: Moment["tallied"]): void => {
  for (const [name, counts] of Object.entries(told)) {
    const key = toTallyKey({ id: stage.campaign?.id ?? "" }, `target:${name}`);
    for (const [index, part] of tallyParts.entries()) {
      for (const counter of listTallyCounters(key, part, stage.now)) {
        stage.tallied.set(counter, counts[index] ?? 0);
      }
    }
  }
};

/** Everything but the call itself stands as the moment tells it. */
export const setTheStage = (stage: Stage, told: Moment): void => {
  stage.now += told.after * 1000;
  for (const [name, calls] of Object.entries(told.inUse)) stage.inUse.set(name, calls);
  for (const [name, calls] of Object.entries(told.begun)) stage.begun.set(name, calls);
  setCounts(stage, told.counted);
  setMarks(stage, told);
  for (const [name, micros] of Object.entries(told.balances)) stage.balances.set(name, micros);
  setTallies(stage, told.tallied);
  if (told.another) beginAnother(stage);
  for (const each of told.remember) remember(stage, each);
  for (const name of told.lostSlots) stage.refusing.add(`target:${name}`);
  if (told.block !== undefined) block(stage, told.block);
  if (stage.campaign !== null) stage.campaign = { ...stage.campaign, ...told.campaign };
};
