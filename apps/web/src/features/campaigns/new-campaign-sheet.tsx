import type { VerticalTemplate } from "@ccp/contract";
import { useState } from "react";
import { campaignQuery } from "#api/campaign-queries.ts";
import { CloneSource } from "#components/noun/clone-source.tsx";
import type { NounSheetProps } from "#components/noun/noun-list.tsx";
import { CloneCampaignSheet } from "./clone-campaign-sheet.tsx";
import { NewCampaignForm } from "./new-campaign-form.tsx";
import { TemplateGallery } from "./template-gallery.tsx";

/** A new campaign: a copy of another one, or from a template. */
export const NewCampaignSheet = ({ cloneOf, onClose }: NounSheetProps) => (
  <CloneSource id={cloneOf} toQuery={campaignQuery} onClose={onClose}>
    {(source) =>
      source === null ? (
        <FromTemplate onClose={onClose} />
      ) : (
        <CloneCampaignSheet source={source} onClose={onClose} />
      )
    }
  </CloneSource>
);

const FromTemplate = ({ onClose }: Pick<NounSheetProps, "onClose">) => {
  const [template, setTemplate] = useState<VerticalTemplate | null>(null);
  if (template === null) return <TemplateGallery onChoose={setTemplate} onClose={onClose} />;
  return <NewCampaignForm template={template} onBack={() => setTemplate(null)} onClose={onClose} />;
};
