from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "digitroops.audit"
    label = "audit"
