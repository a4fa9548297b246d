import type { CallSummary } from "@ccp/contract";
import { Ban, Copy, Ellipsis, Link2, PanelRight, Play } from "lucide-react";
import { useState } from "react";
import { useLocation } from "wouter";
import { useMay } from "#api/session.ts";
import { BlockSheet } from "#components/block/block-sheet.tsx";
import { toStart } from "#components/block/to-start.ts";
import { formatPhone } from "#lib/format-phone.ts";
import { toast } from "#lib/toast.ts";
import { paths } from "#paths.ts";
import { Button } from "#ui/button.tsx";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "#ui/dropdown-menu.tsx";
import { playingState, withCallView } from "#components/call/call-view.ts";

const copy = async (text: string, done: string): Promise<void> => {
  try {
    await navigator.clipboard.writeText(text);
    toast.success(done);
  } catch {
    toast.error("The browser did not allow copying.");
  }
};

type RowMenuProps = { call: CallSummary; openAddress: string };

/** What can be done with one call of the list. */
export const RowMenu = ({ call, openAddress }: RowMenuProps) => {
  const [isBlocking, setIsBlocking] = useState(false);
  const start = toStart(call);
  const canBlock = useMay("write") && start !== null;
  return (
    <>
      <Menu call={call} openAddress={openAddress} {...(canBlock && { onBlock: () => setIsBlocking(true) })} />
      {isBlocking && start !== null && <BlockSheet start={start} onClose={() => setIsBlocking(false)} />}
    </>
  );
};

const Menu = ({ call, openAddress, onBlock }: RowMenuProps & { onBlock?: () => void }) => {
  const [, navigate] = useLocation();
  return (
    <DropdownMenu modal={false}>
      <DropdownMenuTrigger asChild>
        <Button
          variant="ghost"
          size="icon"
          className="size-7 text-grey-11 data-[state=open]:bg-grey-4"
          aria-label={`Actions for the call from ${formatPhone(call.caller)}`}
        >
          <Ellipsis />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        <DropdownMenuItem onSelect={() => navigate(openAddress)}>
          <PanelRight aria-hidden />
          Open
        </DropdownMenuItem>
        <DropdownMenuItem
          disabled={!call.hasRecording && !call.hasVoicemail}
          onSelect={() => navigate(withCallView(openAddress, "recording"), { state: playingState })}
        >
          <Play aria-hidden />
          Play the recording
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={() => void copy(call.id, "Copied the call's id")}>
          <Copy aria-hidden />
          Copy id
        </DropdownMenuItem>
        <DropdownMenuItem
          onSelect={() => void copy(`${location.origin}${paths.call(call.id)}`, "Copied the call's link")}
        >
          <Link2 aria-hidden />
          Copy link
        </DropdownMenuItem>
        {onBlock !== undefined && (
          <DropdownMenuItem onSelect={onBlock}>
            <Ban aria-hidden />
            Block this caller
          </DropdownMenuItem>
        )}
      </DropdownMenuContent>
    </DropdownMenu>
  );
};
