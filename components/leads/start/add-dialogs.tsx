import { AddLeadDialog } from "./add-lead-dialog";
import { ImportDialog } from "./import-dialog";
import type { AddingActions } from "./use-adding";

export type AddDialogsProps = {
  projectId: string;
  actions: AddingActions;
  open: "add" | "import" | null;
  setOpen: (open: "add" | "import" | null) => void;
};

export function AddDialogs({ open, setOpen, ...rest }: AddDialogsProps) {
  const close = (isOpen: boolean) => !isOpen && setOpen(null);
  return (
    <>
      <AddLeadDialog {...rest} open={open === "add"} onOpenChange={close} />
      <ImportDialog {...rest} open={open === "import"} onOpenChange={close} />
    </>
  );
}
