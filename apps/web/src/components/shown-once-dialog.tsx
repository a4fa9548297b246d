import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { toast } from "#lib/toast.ts";
import {
  AlertDialog,
  AlertDialogCancel,
  AlertDialogContent,
  AlertDialogDescription,
  AlertDialogFooter,
  AlertDialogTitle,
} from "#ui/alert-dialog.tsx";
import { Button } from "#ui/button.tsx";

type ShownOnceDialogProps = {
  title: string;
  text: string;
  /** What is shown, such as "Sign-in link". */
  label: string;
  secret: string;
  onClose: () => void;
};

/** A key or link that is on this screen and nowhere else: it does not go away by a stray click. */
export const ShownOnceDialog = ({ title, text, label, secret, onClose }: ShownOnceDialogProps) => {
  const [isCopied, setIsCopied] = useState(false);
  const copy = (): void => {
    navigator.clipboard
      .writeText(secret)
      .then(() => setIsCopied(true))
      .catch(() => toast.error("The browser did not allow copying. Select the text and copy it by hand."));
  };
  return (
    <AlertDialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <AlertDialogContent className="max-w-140">
        <AlertDialogTitle>{title}</AlertDialogTitle>
        <AlertDialogDescription>{text}</AlertDialogDescription>
        <div className="mt-4 flex items-center gap-2 rounded-control border border-grey-7 bg-grey-2 p-2 pl-3">
          <code aria-label={label} className="min-w-0 flex-1 font-mono break-all select-all">
            {secret}
          </code>
          <Button onClick={copy}>
            {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
            {isCopied ? "Copied" : "Copy"}
          </Button>
        </div>
        <AlertDialogFooter>
          <AlertDialogCancel asChild>
            <Button variant="primary">Done</Button>
          </AlertDialogCancel>
        </AlertDialogFooter>
      </AlertDialogContent>
    </AlertDialog>
  );
};
