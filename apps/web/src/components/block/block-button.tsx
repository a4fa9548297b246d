import type { CallSummary } from "@ccp/contract";
import { Ban } from "lucide-react";
import { useState } from "react";
import { Link } from "wouter";
import { useMay } from "#api/session.ts";
import { paths } from "#paths.ts";
import { Button } from "#ui/button.tsx";
import { BlockSheet } from "./block-sheet.tsx";
import { toStart } from "./to-start.ts";

/** Blocks the caller of a call, for who may write; of one that was blocked, leads to the list. */
export const BlockButton = ({ call }: { call: CallSummary }) => {
  const [isOpen, setIsOpen] = useState(false);
  const mayWrite = useMay("write");
  const start = toStart(call);
  if (call.isBlocked) {
    return (
      <Button asChild>
        <Link href={paths.blockedCallers()}>See blocked callers</Link>
      </Button>
    );
  }
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
