import type { Attention } from "@ccp/contract";
import { Link } from "wouter";
import { useMay } from "#api/session.ts";
import { toStatusChange } from "#components/noun/status-change.ts";
import { useUndoable } from "#components/noun/use-undoable.ts";
import { paths } from "#paths.ts";
import { Button } from "#ui/button.tsx";
import { ReplayButton } from "./replay-button.tsx";

type Place = { text: string; to: string };

/** Where each kind is put right; null for what is done on the spot. */
const toPlace = ({ kind, id }: Attention): Place | null => {
  switch (kind) {
    case "target-full":
      return { text: "Raise its limit", to: paths.targets.page(id ?? "") };
    case "campaign-without-target":
      return { text: "Choose targets", to: paths.campaigns.page(id ?? "") };
    case "number-leads-nowhere":
      return { text: "Choose a campaign", to: paths.numbers.page(id ?? "") };
    case "calls-refused":
      return { text: "Assign numbers", to: paths.numbers.list() };
    case "carrier-account-unverified":
      return { text: "Verify it", to: paths.settings.telephony() };
    case "target-failing":
    case "events-quarantined":
      return null;
  }
};

const PauseTarget = ({ id, name }: { id: string; name: string }) => {
  const { mutate, isPending } = useUndoable();
  const pause = (): void => mutate(toStatusChange("target", [{ id, name, status: "active" }], "paused"));
  return (
    <Button disabled={isPending} onClick={pause}>
      Pause target
    </Button>
  );
};

/** The one thing to do about it, for those who may. */
export const AttentionAction = ({ item }: { item: Attention }) => {
  const mayWrite = useMay("write");
  const mayAdminister = useMay("administer");
  const { kind, id, name } = item;
  const place = toPlace(item);
  if (place !== null) {
    return (
      <Button asChild>
        <Link href={place.to}>{place.text}</Link>
      </Button>
    );
  }
  if (kind === "target-failing") {
    return mayWrite && id !== null && <PauseTarget id={id} name={name ?? "the target"} />;
  }
  return mayAdminister && <ReplayButton />;
};
