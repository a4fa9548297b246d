import { toPayoutText, verticalTemplates, type VerticalTemplate } from "@ccp/contract";
import { useSession } from "#api/session.ts";
import { formatMoney, isZeroMoney } from "#lib/format-money.ts";
import { Sheet, SheetBody, SheetContent, SheetDescription, SheetHeader, SheetTitle } from "#ui/sheet.tsx";
import { toVerticalName } from "./vertical-name.ts";

const toTerms = ({ terms }: VerticalTemplate, currency: string): string => {
  const { payout } = terms;
  const paid =
    payout.kind === "fixed" && isZeroMoney(payout.micros)
      ? "No payout yet"
      : toPayoutText(payout, (micros) => formatMoney(micros, currency));
  return `${paid} · ${terms.dialAttemptsMax} attempts of ${terms.ringTimeoutSeconds} s`;
};

type TemplateGalleryProps = { onChoose: (template: VerticalTemplate) => void; onClose: () => void };

/** The first step of a new campaign: the line of business, with what it brings along. */
export const TemplateGallery = ({ onChoose, onClose }: TemplateGalleryProps) => {
  const { currency } = useSession().account;
  return (
    <Sheet open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <SheetContent className="w-140 max-md:w-full">
        <SheetHeader>
          <SheetTitle>New campaign</SheetTitle>
          <SheetDescription>
            Choose what it is about. It fills in usual terms; all of them can be changed.
          </SheetDescription>
        </SheetHeader>
        <SheetBody>
          <ul role="list" aria-label="Templates" className="grid gap-2">
            {verticalTemplates.map((template) => (
              <li key={template.vertical}>
                <button
                  type="button"
                  onClick={() => onChoose(template)}
                  className="grid w-full gap-1 rounded-card border border-grey-6 bg-surface p-3 text-left transition-colors duration-120 hover:border-grey-8 hover:bg-grey-3"
                >
                  <span className="font-medium">{toVerticalName(template.vertical)}</span>
                  <span className="text-grey-11">{template.why}</span>
                  <span className="text-label tabular-nums">{toTerms(template, currency)}</span>
                </button>
              </li>
            ))}
          </ul>
        </SheetBody>
      </SheetContent>
    </Sheet>
  );
};
