import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("presence", "0001_initial"),
        ("screening", "0007_ends_undecided_told"),
    ]

    operations = [
        migrations.AddField(
            model_name="finding",
            name="account",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="presence.socialaccount",
            ),
        ),
    ]
