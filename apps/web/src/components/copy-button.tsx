import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { toast } from "#lib/toast.ts";
import { Button } from "#ui/button.tsx";

/** Copies a text that people pass on, such as an id. */
export const CopyButton = ({ text, label }: { text: string; label: string }) => {
  const [isCopied, setIsCopied] = useState(false);
  const copy = (): void => {
    navigator.clipboard
      .writeText(text)
      .then(() => setIsCopied(true))
      .catch(() => toast.error("The browser did not allow copying. Select the text and copy it by hand."));
  };
  return (
    <Button
      variant="ghost"
      size="icon"
      className="size-6 text-grey-11 [&_svg]:size-3.5"
      aria-label={isCopied ? `${label}: copied` : label}
      onClick={copy}
      onBlur={() => setIsCopied(false)}
    >
      {isCopied ? <Check /> : <Copy />}
    </Button>
  );
};
