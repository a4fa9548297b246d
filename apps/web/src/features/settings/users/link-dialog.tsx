import type { SignInLink, User } from "@ccp/contract";
import { useTimeZone } from "#api/session.ts";
import { ShownOnceDialog } from "#components/shown-once-dialog.tsx";
import { formatClock, formatZone } from "#lib/format-time.ts";

type LinkDialogProps = { user: User; link: SignInLink; onClose: () => void };

export const LinkDialog = ({ user, link, onClose }: LinkDialogProps) => {
  const timeZone = useTimeZone();
  const at = Date.parse(link.expiresAt);
  const day = new Intl.DateTimeFormat("en-US", { timeZone, month: "long", day: "numeric" }).format(at);
  return (
    <ShownOnceDialog
      title={`Sign-in link for ${user.name}`}
      text={`Hand it over yourself, by a way that only they read: whoever opens it first is signed in as ${user.email}. It works once, until ${day}, ${formatClock(at, timeZone)} ${formatZone(at, timeZone)}, and is not shown again.`}
      label="Sign-in link"
      secret={link.url}
      onClose={onClose}
    />
  );
};
