"""What `init` writes into a new engagement: its file, the consent text and the invitation, each as a string."""

from nlcaudit.engagement_texts.letters import consent, consent_of, invitation
from nlcaudit.engagement_texts.plan import EngagementPlan
from nlcaudit.engagement_texts.writing import engagement_files

__all__ = ["EngagementPlan", "consent", "consent_of", "engagement_files", "invitation"]
