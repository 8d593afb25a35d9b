import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("links", "0005_utm_template"), ("newsroom", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="ChannelDay",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("channel", models.CharField(blank=True, help_text="Empty for a link that nobody shared.", max_length=10)),
                ("date", models.DateField(db_index=True)),
                ("people", models.PositiveIntegerField(default=0)),
                ("repeats", models.PositiveIntegerField(default=0)),
                ("machines", models.PositiveIntegerField(default=0)),
                ("own", models.PositiveIntegerField(default=0)),
                (
                    "story",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="channel_days", to="newsroom.story"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("story", "channel", "date"), name="one_row_per_channel_and_day")
                ]
            },
        ),
    ]
