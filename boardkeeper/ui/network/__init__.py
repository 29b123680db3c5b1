"""The network: the others as ambassadors, and the referrals among us."""
