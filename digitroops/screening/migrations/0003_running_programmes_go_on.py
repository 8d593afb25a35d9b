from django.db import migrations


def go_on(apps, schema_editor):
    """Programmes that run already are not stopped by a note that nobody was asked to sign."""
    Programme = apps.get_model("programme", "Programme")
    AuditRules = apps.get_model("screening", "AuditRules")
    for programme in Programme.objects.filter(state="running", audit_rules=None):
        AuditRules.objects.create(programme=programme, signoff_required=False)


class Migration(migrations.Migration):
    dependencies = [("screening", "0002_reviewing_rules_and_rights")]

    operations = [migrations.RunPython(go_on, migrations.RunPython.noop)]
