//! The way of sound data.

use super::*;
use sportello::renew::Places;
use std::time::Duration;

/// A desk of Toscana that trusts these keys and has said nothing else.
fn desk_at<'a>(archives: &'a Path, keys: &'a [String]) -> Desk<'a> {
    Desk {
        archives,
        keys,
        region: "09",
        day: None,
        unsigned: false,
        back: false,
    }
}

#[test]
fn what_was_published_is_never_written_over_and_the_serial_grows() {
    let world = World::new();
    let first = world.publish(3);
    let bytes = fs::read(&first.file).unwrap();
    let snapshot = world.archive(4, made_up::PRATO, "30/09/2026");
    let folder = world.stick();
    let again = |serial| {
        renew::publish(&Publishing {
            folder: &folder,
            snapshot: &snapshot,
            key: Some(&world.key.secret),
            serial: Some(serial),
            next: None,
        })
    };
    assert!(matches!(again(1).unwrap_err(), RenewError::Serial { least: 1 }));
    assert!(matches!(
        again(2_000_000_000).unwrap_err(),
        RenewError::Serial { .. }
    ));
    assert_eq!(again(7).unwrap().manifest.serial, 7);
    assert_eq!(world.publish(5).manifest.serial, 8);
    assert_eq!(fs::read(&first.file).unwrap(), bytes);
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 3 * 3 + 1);
    // What a run that was killed left of a package is no package, and its number is not used again.
    let name = world.publish(6).manifest.name();
    fs::remove_file(folder.join(name.manifest())).unwrap();
    assert_eq!(world.publish(7).manifest.serial, 10);
}

#[test]
fn the_same_archive_gives_the_same_package() {
    let world = World::new();
    let snapshot = world.archive(3, made_up::PRATO, "30/09/2026");
    let [a, b] = [1, 2].map(|_| world.publish_as(&snapshot, None, None));
    assert_eq!(a.manifest.sha256, b.manifest.sha256);
    assert_eq!(fs::read(a.file).unwrap(), fs::read(b.file).unwrap());
}

#[test]
fn the_one_at_hand_and_two_former_ones_are_kept() {
    let world = World::new();
    for rows in 3..=7 {
        world.publish(rows);
        assert!(!world.take().unwrap().same);
        assert!(world.take().unwrap().same);
        assert_eq!(world.opened(), (rows, false));
    }
    let archives = || {
        world
            .files()
            .iter()
            .filter(|name| name.ends_with(".sqlite"))
            .count()
    };
    assert_eq!((archives(), world.files().len()), (3, 3 * 4 + 1));
    let (desk, keys) = (world.at("desk"), [world.key.key.clone()]);
    let desk = desk_at(&desk, &keys);
    let own = Snapshot::embedded().unwrap().overview().unwrap().projects;
    for (rows, serial) in [(6, Some(4)), (5, Some(3)), (own, None)] {
        let entry = renew::back(&desk).unwrap();
        assert_eq!(entry.map(|entry| entry.serial), serial);
        assert_eq!(world.opened(), (rows, false));
    }
    assert!(matches!(renew::back(&desk).unwrap_err(), RenewError::NoFormer));
    // The package that was left is taken again without a word: it is not older than it was.
    world.take().unwrap();
    assert_eq!((world.opened(), archives()), ((7, false), 3));
}

#[test]
fn who_once_chose_older_packages_goes_on_with_them() {
    let world = World::new();
    let publish = |rows, day| {
        let snapshot = world.archive(rows, made_up::PRATO, day);
        world.publish_as(&snapshot, Some(&world.key.secret), None);
    };
    // Older than what the program has of its own.
    publish(3, "30/09/2020");
    assert!(matches!(world.refused(|_| {}), RenewError::OlderDay { .. }));
    world.take_as(|said| said.back = true, &world.stick()).unwrap();
    assert_eq!(world.opened(), (3, false));
    publish(4, "30/10/2020");
    world.take().unwrap();
    assert_eq!(world.opened(), (4, false));
}

#[test]
fn a_program_with_newer_data_of_its_own_opens_those() {
    let world = World::new();
    let snapshot = world.archive(3, made_up::PRATO, "30/09/2026");
    world.publish_as(&snapshot, Some(&world.key.secret), None);
    world.take().unwrap();
    let newer = world.archive(5, made_up::PRATO, "01/10/2026");
    let (opened, _) = renew::in_place_of(newer, &world.at("desk"), None);
    assert_eq!(opened.overview().unwrap().projects, 5);
    let other = world.archive(6, ROMA, "01/01/2022");
    let (opened, _) = renew::in_place_of(other, &world.at("desk"), None);
    assert_eq!(opened.overview().unwrap().projects, 6);
}

#[test]
fn a_damaged_archive_is_passed_over_for_the_one_before_it() {
    let world = World::new();
    for rows in [3, 4] {
        world.publish(rows);
        world.take().unwrap();
    }
    let files = fs::read_dir(world.at("desk").join("aggiornamenti")).unwrap();
    let newest = files.flatten().map(|file| file.path()).find(|path| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        name.starts_with("09-2-") && name.ends_with(".sqlite")
    });
    let newest = newest.unwrap();
    let mut bytes = fs::read(&newest).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&newest, bytes).unwrap();
    let (opened, refused) = renew::in_place_of(Snapshot::embedded().unwrap(), &world.at("desk"), None);
    assert_eq!((opened.overview().unwrap().projects, refused.len()), (3, 1));
}

#[test]
fn it_is_passed_on_as_it_was_received() {
    let world = World::new();
    world.publish(3);
    world.take().unwrap();
    let (desk, keys) = (world.at("desk"), [world.key.key.clone()]);
    let desk = desk_at(&desk, &keys);
    let next = world.at("next");
    renew::copy(&desk, &next).unwrap();
    let bytes = |folder: &Path| {
        let files = fs::read_dir(folder).unwrap().flatten();
        let mut files: Vec<_> = files
            .map(|file| (file.file_name(), fs::read(file.path()).unwrap()))
            .collect();
        files.sort();
        files
    };
    assert!(bytes(&next) == bytes(&world.stick()));
    // An older one points nobody back.
    world.publish(4);
    renew::copy(&desk, &world.stick()).unwrap();
    world.take().unwrap();
    assert_eq!(world.opened(), (4, false));
}

#[test]
fn a_newer_one_on_a_stick_is_seen_when_it_is_signed() {
    let world = World::new();
    let places = Places {
        folders: vec![world.at("nothing"), world.stick()],
        archives: world.at("desk"),
        keys: vec![world.key.key.clone()],
        region: "09".to_owned(),
        day: Snapshot::embedded().unwrap().newest_day().unwrap(),
        sticks: false,
    };
    let seen = |places: &Places| {
        places
            .newer(Duration::from_secs(5))
            .map(|found| found.manifest.serial)
    };
    assert_eq!(seen(&places), None);
    world.publish(3);
    assert_eq!(seen(&places), Some(1));
    world.take().unwrap();
    assert_eq!(seen(&places), None);
    world.publish(4);
    assert_eq!(seen(&places), Some(2));
    assert_eq!(
        seen(&Places {
            region: "12".to_owned(),
            ..places.clone()
        }),
        None
    );
    assert_eq!(
        seen(&Places {
            keys: Vec::new(),
            ..places.clone()
        }),
        None
    );
    let snapshot = world.archive(5, made_up::PRATO, "30/09/2026");
    world.publish_as(&snapshot, None, None);
    assert_eq!(seen(&places), None, "nobody signed it");
}

#[test]
fn one_at_a_time() {
    let world = World::new();
    world.publish(3);
    world.take().unwrap();
    world.publish(4);
    let lock = fs::File::open(world.at("desk").join("aggiornamenti").join("blocco")).unwrap();
    lock.lock().unwrap();
    assert!(matches!(world.refused(|_| {}), RenewError::Busy));
    drop(lock);
    world.take().unwrap();
    assert_eq!(world.opened(), (4, false));
}
