import type { LeaveGuard } from "#lib/leave-guard.ts";
import {
  AlertDialog,
  AlertDialogAction,
  AlertDialogCancel,
  AlertDialogContent,
  AlertDialogDescription,
  AlertDialogFooter,
  AlertDialogTitle,
} from "#ui/alert-dialog.tsx";
import { Button } from "#ui/button.tsx";

export const LeaveDialog = ({ guard }: { guard: LeaveGuard }) => (
  <AlertDialog open={guard.isAsking} onOpenChange={(isOpen) => !isOpen && guard.stay()}>
    <AlertDialogContent>
      <AlertDialogTitle>Leave without saving?</AlertDialogTitle>
      <AlertDialogDescription>What you typed here is not saved and would be lost.</AlertDialogDescription>
      <AlertDialogFooter>
        <AlertDialogCancel asChild>
          <Button>Stay</Button>
        </AlertDialogCancel>
        <AlertDialogAction asChild>
          <Button variant="danger" onClick={guard.leave}>
            Leave without saving
          </Button>
        </AlertDialogAction>
      </AlertDialogFooter>
    </AlertDialogContent>
  </AlertDialog>
);
