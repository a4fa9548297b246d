import type { CallSummary } from "@ccp/contract";
import { Ban } from "lucide-react";
import { useState } from "react";
import { useMay } from "#api/session.ts";
import { Button } from "#ui/button.tsx";
import { BlockSheet } from "./block-sheet.tsx";
import { toStart } from "./to-start.ts";

/** Blocks the caller of a call, for who may write. */
export const BlockButton = ({ call }: { call: CallSummary }) => {
  const [isOpen, setIsOpen] = useState(false);
  const mayWrite = useMay("write");
  const start = toStart(call);
  if (!mayWrite || start === null) return null;
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>
        <Ban aria-hidden />
        Block this caller
      </Button>
      {isOpen && <BlockSheet start={start} onClose={() => setIsOpen(false)} />}
    </>
  );
};
