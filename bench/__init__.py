"""How well and how fast Körpü reads: measured here, with floors that no change may sink under unseen."""
