import type { ReactNode } from "react";
import {
  AlertDialog,
  AlertDialogCancel,
  AlertDialogContent,
  AlertDialogDescription,
  AlertDialogFooter,
  AlertDialogTitle,
} from "#ui/alert-dialog.tsx";
import { Button } from "#ui/button.tsx";
import { explainFailure } from "#api/errors.ts";

type ConfirmDialogProps = {
  title: string;
  text: string;
  /** The verb on the button, and while it is being done; red unless it takes nothing away. */
  action: { text: string; busy: string; isHarmless?: boolean };
  isPending: boolean;
  error: Error | null;
  onConfirm: () => void;
  onClose: () => void;
  children?: ReactNode;
};

/** Asks before something that cannot be undone, and tells on the spot if it was refused. */
export const ConfirmDialog = ({
  title,
  text,
  action,
  isPending,
  error,
  onConfirm,
  onClose,
  children,
}: ConfirmDialogProps) => (
  <AlertDialog open onOpenChange={(isOpen) => !isOpen && !isPending && onClose()}>
    <AlertDialogContent aria-busy={isPending}>
      <AlertDialogTitle>{title}</AlertDialogTitle>
      <AlertDialogDescription>{text}</AlertDialogDescription>
      {children}
      {error !== null && (
        <p role="alert" className="mt-3 font-medium text-bad">
          {explainFailure(error)}
        </p>
      )}
      <AlertDialogFooter>
        <AlertDialogCancel asChild>
          <Button disabled={isPending}>Cancel</Button>
        </AlertDialogCancel>
        <Button
          variant={action.isHarmless === true ? "primary" : "danger"}
          disabled={isPending}
          onClick={onConfirm}
        >
          {isPending ? action.busy : action.text}
        </Button>
      </AlertDialogFooter>
    </AlertDialogContent>
  </AlertDialog>
);
