import { Menu } from "lucide-react";
import { useState } from "react";
import { useSession } from "#api/session.ts";
import { Button } from "#ui/button.tsx";
import { Sheet, SheetBody, SheetContent, SheetHeader, SheetTitle, SheetTrigger } from "#ui/sheet.tsx";
import { NavigationList } from "./navigation-list.tsx";

/** The same pages where there is no room at the left. */
export const PhoneMenu = () => {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Sheet open={isOpen} onOpenChange={setIsOpen}>
      <SheetTrigger asChild>
        <Button variant="ghost" size="icon" className="-ml-2 size-10 md:hidden" aria-label="Menu">
          <Menu />
        </Button>
      </SheetTrigger>
      <SheetContent side="left" aria-describedby={undefined}>
        <SheetHeader className="flex h-12 items-center py-0">
          <SheetTitle className="truncate">{useSession().account.name}</SheetTitle>
        </SheetHeader>
        <SheetBody className="p-0">
          <NavigationList onGo={() => setIsOpen(false)} />
        </SheetBody>
      </SheetContent>
    </Sheet>
  );
};
