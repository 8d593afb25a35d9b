from django.db import migrations, models

OPEN = ["waiting", "training"]


def stop_all_but_the_first(apps, schema_editor):
    """Two clicks at once could begin two versions: the later ones end here, and may be begun again."""
    Weights = apps.get_model("screening", "Weights")
    running = Weights.objects.filter(state__in=OPEN).order_by("pk")
    first = running.values_list("pk", flat=True).first()
    running.exclude(pk=first).update(state="failed", error="training", table="")


class Migration(migrations.Migration):
    dependencies = [("screening", "0005_read_by_hand_and_opinions_kept")]

    operations = [
        migrations.RunPython(stop_all_but_the_first, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="weights",
            constraint=models.UniqueConstraint(
                models.Case(models.When(state__in=OPEN, then=models.Value(1))),
                name="one_version_learned_at_a_time",
            ),
        ),
    ]
