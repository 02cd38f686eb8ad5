//! False data of every kind: each is refused, and the archive of before stays.

use super::*;
use std::time::{Duration, Instant};

fn change(path: &Path, at: usize) {
    let mut bytes = fs::read(path).unwrap();
    let at = at.min(bytes.len() - 1);
    bytes[at] ^= 1;
    fs::write(path, bytes).unwrap();
}

#[test]
fn a_changed_byte() {
    let world = World::new();
    let published = world.publish(3);
    let name = published.manifest.name();
    let manifest = world.stick().join(name.manifest());
    let whole = [&published.file, &manifest].map(|path| fs::read(path).unwrap());
    for at in [0, 5, 300, usize::MAX] {
        change(&published.file, at);
        assert!(matches!(world.refused(|_| {}), RenewError::Changed), "{at}");
        fs::write(&published.file, &whole[0]).unwrap();
    }
    // Of the manifest every byte: it is no manifest any more, of another package, or not what was signed.
    for at in 0..whole[1].len() {
        change(&manifest, at);
        let error = world.refused(|_| {});
        let known = matches!(
            error,
            RenewError::Forged
                | RenewError::NoManifest
                | RenewError::Mixed
                | RenewError::NewProgram
                | RenewError::OldPackage
        );
        assert!(known, "{at}: {error:?}");
        fs::write(&manifest, &whole[1]).unwrap();
    }
    let signature = world.stick().join(name.signature());
    let signed = fs::read(&signature).unwrap();
    // Its first line is a comment that nobody vouches for.
    let begins = signed.iter().position(|b| *b == b'\n').unwrap() + 1;
    for at in (begins..signed.len() - 1).step_by(7) {
        change(&signature, at);
        let error = world.refused(|_| {});
        let known = matches!(
            error,
            RenewError::Forged | RenewError::NoSignature | RenewError::UnknownKey
        );
        assert!(known, "{at}: {error:?}");
        fs::write(&signature, &signed).unwrap();
    }
    world.take().unwrap();
}

#[test]
fn a_cut_file() {
    let world = World::new();
    let published = world.publish(3);
    let whole = fs::read(&published.file).unwrap();
    for length in [0, 1, whole.len() / 2, whole.len() - 1] {
        fs::write(&published.file, &whole[..length]).unwrap();
        assert!(matches!(world.refused(|_| {}), RenewError::Short), "{length}");
    }
    fs::remove_file(&published.file).unwrap();
    assert!(matches!(world.refused(|_| {}), RenewError::Read { .. }));
    fs::write(&published.file, &whole).unwrap();
    let manifest = world.stick().join(published.manifest.name().manifest());
    let text = fs::read(&manifest).unwrap();
    fs::write(&manifest, &text[..text.len() / 2]).unwrap();
    assert!(matches!(world.refused(|_| {}), RenewError::NoManifest));
}

#[test]
fn an_older_serial_that_is_replayed() {
    let world = World::new();
    let first = world.publish(3);
    let old = world.at("old");
    fs::create_dir(&old).unwrap();
    for file in fs::read_dir(world.stick()).unwrap().flatten() {
        fs::copy(file.path(), old.join(file.file_name())).unwrap();
    }
    let second = world.publish(4);
    assert_eq!((first.manifest.serial, second.manifest.serial), (1, 2));
    world.take().unwrap();
    assert_eq!(world.opened(), (4, false));
    let error = world.take_as(|_| {}, &old).unwrap_err();
    assert!(
        matches!(error, RenewError::Older { serial: 1, floor: 2 }),
        "{error:?}"
    );
    // Also where the newer one was left again: only a person's word goes back.
    world.take_as(|desk| desk.back = true, &old).unwrap();
    assert_eq!(world.opened(), (3, false));
    world.take().unwrap();
    assert_eq!(world.opened(), (4, false));
    assert!(world.take_as(|_| {}, &old).is_err());
    // Another package under the number that was taken.
    fs::remove_dir_all(world.stick()).unwrap();
    world.publish(5);
    world.publish(6);
    assert!(matches!(
        world.refused(|_| {}),
        RenewError::Older { serial: 2, floor: 2 }
    ));
}

#[test]
fn on_a_new_desk_data_older_than_its_own() {
    let world = World::new();
    let snapshot = world.archive(3, made_up::PRATO, "30/06/2026");
    world.publish_as(&snapshot, Some(&world.key.secret), None);
    assert!(matches!(world.refused(|_| {}), RenewError::OlderDay { .. }));
    world.take_as(|desk| desk.back = true, &world.stick()).unwrap();
    assert_eq!(world.opened(), (3, false));
}

#[test]
fn another_regions_package() {
    let world = World::new();
    let snapshot = world.archive(3, ROMA, "30/09/2026");
    let published = world.publish_as(&snapshot, Some(&world.key.secret), None);
    let error = world.refused(|_| {});
    assert!(
        matches!(&error, RenewError::OtherRegion { found } if found == "Lazio"),
        "{error:?}"
    );
    // Under the name of this region.
    let name = published.manifest.name();
    for file in [name.manifest(), name.signature(), name.package()] {
        let own = file.replace("sportello-12", "sportello-09");
        fs::rename(world.stick().join(file), world.stick().join(own)).unwrap();
    }
    assert!(matches!(world.refused(|_| {}), RenewError::Mixed));
    // Signed as this region's: the archive says itself what it is.
    let mut own = published;
    own.manifest.region = "09".to_owned();
    world.say(&own, |_| {});
    assert!(matches!(world.refused(|_| {}), RenewError::Mixed));
}

#[test]
fn manifest_and_package_of_two() {
    let world = World::new();
    let (first, second) = (world.publish(3), world.publish(4));
    let whole = fs::read(&second.file).unwrap();
    fs::copy(&first.file, &second.file).unwrap();
    let error = world.refused(|_| {});
    assert!(
        matches!(error, RenewError::Changed | RenewError::Short),
        "{error:?}"
    );
    fs::write(&second.file, whole).unwrap();
    let [one, two] = [&first, &second].map(|of| of.manifest.name());
    for (from, to) in [
        (one.manifest(), two.manifest()),
        (one.signature(), two.signature()),
    ] {
        fs::copy(world.stick().join(from), world.stick().join(to)).unwrap();
    }
    assert!(matches!(world.refused(|_| {}), RenewError::Mixed));
}

#[test]
fn an_endless_file() {
    let world = World::new();
    let published = world.publish(3);
    let file = fs::OpenOptions::new().write(true).open(&published.file).unwrap();
    // A terabyte that the disk does not have: whoever read it to the end would be seen.
    file.set_len(1 << 40).unwrap();
    let began = Instant::now();
    assert!(matches!(world.refused(|_| {}), RenewError::Changed));
    let name = published.manifest.name();
    for small in [name.manifest(), name.signature()] {
        let path = world.stick().join(small);
        let whole = fs::read(&path).unwrap();
        fs::OpenOptions::new()
            .write(true)
            .open(&path)
            .unwrap()
            .set_len(1 << 40)
            .unwrap();
        assert!(matches!(world.refused(|_| {}), RenewError::Read { .. }));
        fs::write(&path, whole).unwrap();
    }
    let pointer = fs::OpenOptions::new()
        .write(true)
        .open(world.stick().join("sportello-dati.json"));
    pointer.unwrap().set_len(1 << 40).unwrap();
    assert!(matches!(world.refused(|_| {}), RenewError::Changed));
    assert!(began.elapsed() < Duration::from_secs(20));
    #[cfg(unix)]
    for device in ["/dev/zero", "/dev/full"] {
        fs::remove_file(&published.file).unwrap();
        std::os::unix::fs::symlink(device, &published.file).unwrap();
        assert!(matches!(world.refused(|_| {}), RenewError::Read { .. }));
    }
}

#[test]
fn a_path_that_leaves_the_folder() {
    let world = World::new();
    let published = world.publish(3);
    let outside = world.at("outside");
    fs::create_dir(&outside).unwrap();
    for file in fs::read_dir(world.stick()).unwrap().flatten() {
        fs::rename(file.path(), outside.join(file.file_name())).unwrap();
    }
    let name = published.manifest.name();
    for way in [
        format!("../outside/{name}"),
        outside.join(name.to_string()).display().to_string(),
    ] {
        let pointer = format!("{{\"format\":1,\"newest\":{{\"09\":{way:?}}}}}");
        fs::write(world.stick().join("sportello-dati.json"), pointer).unwrap();
        assert!(matches!(world.refused(|_| {}), RenewError::Nothing(_)));
    }
    // In the manifest there is no path, and what it is named by holds none.
    for region in ["..", "/9", "9/", "\\9", "0９"] {
        world.say(&published, |manifest| manifest.region = region.to_owned());
        assert!(
            matches!(world.refused(|_| {}), RenewError::NoManifest),
            "{region}"
        );
    }
}

#[test]
fn a_bomb() {
    let world = World::new();
    let published = world.publish(3);
    let most = published.manifest.archive_size;
    // 200 MB of nothing in a few kB, signed as a small archive.
    let bomb = zstd::bulk::compress(&vec![0; 200 << 20], 3).unwrap();
    fs::write(&published.file, &bomb).unwrap();
    let digest = sha256(&bomb);
    world.say(&published, |manifest| {
        manifest.size = bomb.len() as u64;
        manifest.sha256.clone_from(&digest);
    });
    let began = Instant::now();
    assert!(matches!(world.refused(|_| {}), RenewError::Changed));
    assert!(began.elapsed() < Duration::from_secs(5));
    // Signed as a huge one: more than any archive may be.
    world.say(&published, |manifest| {
        manifest.size = bomb.len() as u64;
        manifest.sha256.clone_from(&digest);
        manifest.archive_size = 1 << 40;
    });
    assert!(matches!(world.refused(|_| {}), RenewError::Mixed));
    // No packed file at all, signed.
    let none = vec![7; 5000];
    fs::write(&published.file, &none).unwrap();
    world.say(&published, |manifest| {
        manifest.size = 5000;
        manifest.sha256 = sha256(&none);
        manifest.archive_size = most;
    });
    assert!(matches!(world.refused(|_| {}), RenewError::Changed));
}

fn sha256(bytes: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect()
}

#[test]
fn what_is_no_archive_although_it_is_signed() {
    let world = World::new();
    let published = world.publish(3);
    let letter = b"Dear desk, this is no archive.".repeat(40);
    let packed = zstd::bulk::compress(&letter, 3).unwrap();
    fs::write(&published.file, &packed).unwrap();
    world.say(&published, |manifest| {
        manifest.size = packed.len() as u64;
        manifest.sha256 = sha256(&packed);
        manifest.archive_size = letter.len() as u64;
        manifest.archive_sha256 = sha256(&letter);
    });
    assert!(matches!(world.refused(|_| {}), RenewError::Archive(_)));
    world.say(&published, |manifest| manifest.program = "99.0.0".to_owned());
    assert!(matches!(world.refused(|_| {}), RenewError::NewProgram));
    world.say(&published, |manifest| manifest.format = 2);
    assert!(matches!(world.refused(|_| {}), RenewError::NewProgram));
    world.say(&published, |manifest| manifest.archive_format += 1);
    assert!(matches!(world.refused(|_| {}), RenewError::NewProgram));
    world.say(&published, |manifest| manifest.archive_format -= 1);
    assert!(matches!(world.refused(|_| {}), RenewError::OldPackage));
}
