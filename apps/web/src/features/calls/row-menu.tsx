import type { CallSummary } from "@ccp/contract";
import { Copy, Ellipsis, Link2, PanelRight, Play } from "lucide-react";
import { useLocation } from "wouter";
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
          disabled={!call.hasRecording}
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
      </DropdownMenuContent>
    </DropdownMenu>
  );
};
